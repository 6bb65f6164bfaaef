import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { z } from 'zod';
import { PAPER_KINDS, type PaperKind } from '../paper-kind';
import { CablePaper } from './cable.paper';
import { InterimAssessmentPaper } from './interim-assessment.paper';
import { NonPaper } from './non-paper.paper';
import type { PaperDefinition } from './paper-definition';
import { TalkingPointsPaper } from './talking-points.paper';

type PaperKindClass = Type<PaperDefinition> & { readonly facts: z.ZodObject };

/** Every kind of paper; a new one is its file, its template and its line here. */
export const PAPER_KIND_CLASSES: Record<PaperKind, PaperKindClass> = {
  cable: CablePaper,
  'talking-points': TalkingPointsPaper,
  'non-paper': NonPaper,
  'interim-assessment': InterimAssessmentPaper,
};

/** The facts schema of each kind: type, check at boot and list of words at once. */
export const PAPER_FACTS = Object.fromEntries(
  PAPER_KINDS.map((kind) => [kind, PAPER_KIND_CLASSES[kind].facts]),
) as Record<PaperKind, z.ZodObject>;

/** Finds what a kind of paper says, needs and refuses. */
@Injectable()
export class PaperKinds {
  constructor(private readonly modules: ModuleRef) {}

  /** The definition of a kind. */
  of(kind: PaperKind): PaperDefinition {
    return this.modules.get(PAPER_KIND_CLASSES[kind]);
  }
}
