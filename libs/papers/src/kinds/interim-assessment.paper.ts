import type { Actor } from '@demarche/access';
import { Invalid } from '@demarche/base';
import {
  type AssembledNarrative,
  type FigureApart,
  figureInWords,
  Narratives,
  type Passage,
  whyNotUsed,
  whyUncredited,
} from '@demarche/narratives';
import type { PlanView } from '@demarche/plans';
import { Efforts, isStanding, Statistics } from '@demarche/progress';
import {
  dateInWords,
  highestMarking,
  type Marking,
  MARKINGS,
  recommendationLabel,
  tierWordsIn,
} from '@demarche/rules';
import { plural } from '@demarche/words';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { wordsOfBlock } from '../text/block-words';
import type { PaperBlock } from '../text/paper-block';
import { CountryFacts, countryFactsOf } from './country-words';
import { planMarkOf } from './meeting-points';
import { PaperDefinition, type PaperNotes, type ReadPaper } from './paper-definition';

// None of these words speaks of tiers; the finished text is checked for that.
const Facts = z.object({
  country: CountryFacts,
  reportYear: z.number().int().describe('Year of the report whose points are followed up'),
  from: z.string().describe('First day covered, for longDate'),
  until: z.string().describe('Last day covered, for longDate'),
  opening: z.string().describe('The opening sentence with the measure that a person chose'),
  passages: z
    .array(
      z.object({
        label: z.string().describe('Label of the recommendation, for example A1'),
        text: z.string().describe('The passage: its sentences, one after another'),
        acts: z.number().int().describe('How many logged acts it rests on'),
        waiting: z.number().int().describe('How many acts would count once a missing field is filled'),
        figures: z.number().int().describe('How many figures it rests on'),
      }),
    )
    .describe('One passage for each high-priority recommendation'),
  statistics: z.array(z.string()).describe('Sentences on figures that belong to no one recommendation'),
  apart: z
    .array(
      z.object({
        on: z.string().describe('Day of the act, for longDate'),
        text: z.string().describe('What was logged'),
        why: z.string().describe('Why it is not counted'),
      }),
    )
    .describe('Logged acts that are not counted'),
  refused: z
    .array(
      z.object({
        figure: z.string().describe('The figure as logged'),
        why: z.string().describe('Why it is not used'),
      }),
    )
    .describe('Figures that are not used'),
});
type Facts = z.infer<typeof Facts>;

/** One country's part of the report to Congress, as its narrative read when the paper was made. */
@Injectable()
export class InterimAssessmentPaper extends PaperDefinition<Facts> {
  static readonly facts = Facts;
  readonly kind = 'interim-assessment';
  override readonly settledOn = 'narrative';

  constructor(
    private readonly narratives: Narratives,
    private readonly efforts: Efforts,
    private readonly statistics: Statistics,
  ) {
    super();
  }

  async gather(actor: Actor, view: PlanView) {
    const facts = interimFactsOf(view, await this.narratives.assemble(actor, view.plan.id));
    return { facts, marking: await this.markingOf(actor, view) };
  }

  async changesSince(actor: Actor, { paper }: ReadPaper, { plan }: PlanView) {
    const logged = [
      ...(await this.efforts.everOf(actor, plan.id)),
      ...(await this.statistics.everOf(actor, plan.id)),
    ];
    const later = logged.filter(({ recordedAt }) => recordedAt > paper.madeAt);
    const earlier = logged.filter(({ recordedAt }) => recordedAt <= paper.madeAt);
    return {
      newEntries: later.filter(isStanding).length,
      withdrawnEntries: earlier.filter(({ withdrawnAt }) => (withdrawnAt ?? '') > paper.madeAt).length,
      missing: 0,
      gone: 0,
    };
  }

  /** Throws Invalid for every word on tiers or forecasts, officers' own words included. */
  override async check(_actor: Actor, _view: PlanView, blocks: readonly PaperBlock[]): Promise<void> {
    const reasons = blocks.map(wordsOfBlock).flatMap((words) =>
      tierWordsIn(words).map(({ found, code }) => ({
        field: 'narrative',
        code,
        message: `The assessment may not speak of tiers or forecasts, and it says “${found}” in “${words}”`,
      })),
    );
    if (reasons.length > 0) throw new Invalid(reasons);
    await Promise.resolve();
  }

  override notesBeside(kept: unknown): PaperNotes[] {
    const { data } = Facts.safeParse(kept);
    if (!data) return [];
    const notes = [
      { heading: 'What each passage rests on', lines: data.passages.map(restsOn) },
      {
        heading: 'Acts not counted, and why',
        lines: data.apart.map(({ on, text, why }) => `${dateInWords(on)}: ${text} ${why}`),
      },
      {
        heading: 'Figures not used, and why',
        lines: data.refused.map(({ figure, why }) => `${figure}. ${why}`),
      },
    ];
    return notes.filter(({ lines }) => lines.length > 0);
  }

  /** It quotes what was logged, so it is marked as high as anything logged. */
  private async markingOf(actor: Actor, view: PlanView): Promise<Marking> {
    const efforts = await this.efforts.of(actor, view.plan.id);
    const marks = [view.plan.marking, planMarkOf(view), ...efforts.map(({ marking }) => marking)];
    const highest = highestMarking(marks);
    return MARKINGS.find((marking) => marking === highest) ?? view.plan.marking;
  }
}

function passageFactsOf(passage: Passage): Facts['passages'][number] {
  const ids = (kind: 'entries' | 'statistics') =>
    new Set(passage.sentences.flatMap((sentence) => sentence[kind])).size;
  return {
    label: recommendationLabel({ priority: 'high', pillar: null, number: passage.number }, []),
    text: passage.sentences.map(({ text }) => text).join(' '),
    acts: ids('entries'),
    waiting: passage.waiting.length,
    figures: ids('statistics'),
  };
}

function refusedFactsOf(figure: FigureApart): Facts['refused'][number] {
  return { figure: `${figureInWords(figure)}, “${figure.term}”`, why: whyNotUsed(figure) };
}

const closed = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

const ACTS = { one: 'act', many: 'acts' };
const FIGURES = { one: 'figure', many: 'figures' };

function interimFactsOf(view: PlanView, narrative: AssembledNarrative): Facts {
  return {
    country: countryFactsOf(view),
    reportYear: narrative.cycle.reportYear,
    from: narrative.window.from,
    until: narrative.asOf,
    opening: narrative.opening.text,
    passages: narrative.passages.map(passageFactsOf),
    statistics: narrative.statistics.map(({ text }) => text),
    apart: narrative.uncredited.map((effort) => ({
      on: effort.happenedOn,
      text: closed(effort.text),
      why: whyUncredited(effort),
    })),
    refused: [...narrative.refusedStatistics, ...narrative.statisticsOutsideWindow].map(refusedFactsOf),
  };
}

function restsOn({ label, acts, figures, waiting }: Facts['passages'][number]): string {
  const counted = `${plural(acts, ACTS)} counted`;
  const used = figures > 0 ? `, ${plural(figures, FIGURES)} used` : '';
  const owed = waiting > 0 ? `; ${plural(waiting, ACTS)} would count once the entry says more` : '';
  return `${label}: ${counted}${used}${owed}.`;
}
