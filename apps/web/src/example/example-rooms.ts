import { Deadlines } from '@demarche/deadlines';
import { PlanDrafting, Recommendations } from '@demarche/plans';
import { Efforts, Statistics } from '@demarche/progress';
import { Injectable } from '@nestjs/common';

/** The rooms in which the example is played. */
@Injectable()
export class ExampleRooms {
  constructor(
    readonly drafting: PlanDrafting,
    readonly recommendations: Recommendations,
    readonly efforts: Efforts,
    readonly statistics: Statistics,
    readonly deadlines: Deadlines,
  ) {}
}
