import { choicesOf, isCode, wordFor, type WordKind, brief } from '@demarche/words';
import type { PlanView } from '@demarche/plans';
import type { StatisticView } from '@demarche/progress';
import {
  dateInWords,
  STATISTIC_BASES,
  STATISTIC_CATEGORIES,
  STATISTIC_UNITS,
  weekdayDate,
} from '@demarche/rules';
import type { FormBody } from '../../http/forms/forms';
import type { Difference } from '../../parts/entry-changes';

/** What a figure's form offers to choose from. */
export function figureFields(view: PlanView) {
  return {
    units: choicesOf('unit', STATISTIC_UNITS),
    categories: choicesOf('category', STATISTIC_CATEGORIES),
    bases: choicesOf(
      'basis',
      STATISTIC_BASES.filter((basis) => basis !== 'unknown'),
    ),
    recommendations: view.standing.map((one) => ({
      value: one.id,
      label: `${one.label} ${brief(one.text)}`,
    })),
  };
}

/** A figure as its form holds it. */
export function figureForm(figure: StatisticView): FormBody {
  const { from, until, term, count, unit, basis } = figure;
  return {
    ...{ from, until, term, unit, count: String(count) },
    basis: basis === 'unknown' ? '' : basis,
    category: figure.category ?? '',
    evidence: figure.evidence ?? '',
    article: figure.article ?? '',
    source: figure.source ?? '',
    recommendationId: figure.recommendationId ?? '',
  };
}

/** A figure in one line, as an earlier state of it is told. */
export function figureLine(figure: Record<string, unknown>): string {
  const { term, count, unit, from, until } = figure;
  return `${String(term)}: ${String(count)} ${String(unit)}, ${dated(String(from))} to ${dated(String(until))}`;
}

type Reading = readonly [name: string, label: string, read: (value: string) => string];

const asTyped = (value: string) => value;
const worded = (kind: WordKind) => (code: string) => (isCode(kind, code) ? wordFor(kind, code) : code);
const dated = (date: string) => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? weekdayDate(date) : date);

/** The fields in which a form differs from the figure as it is saved now. */
export function figureDifferences(figure: StatisticView, typed: FormBody, view: PlanView): Difference[] {
  const named = (id: string) => {
    const chosen = view.recommendations.find((one) => one.id === id);
    return chosen ? chosen.label : id;
  };
  const readings: Reading[] = [
    ['from', 'From', dated],
    ['until', 'Until', dated],
    ['term', 'Term', asTyped],
    ['count', 'Number', asTyped],
    ['unit', 'Unit', worded('unit')],
    ['category', 'Counts as', worded('category')],
    ['basis', 'Offense', worded('basis')],
    ['evidence', 'Evidence', asTyped],
    ['article', 'Article', asTyped],
    ['source', 'Source', asTyped],
    ['recommendationId', 'Recommendation', named],
  ];
  const saved = figureForm(figure);
  const shown = (form: FormBody, name: string, read: Reading[2]) => read(String(form[name] ?? ''));
  return readings
    .map(([name, label, read]) => ({
      label,
      theirs: shown(saved, name, read),
      mine: shown(typed, name, read),
    }))
    .filter(({ theirs, mine }) => theirs !== mine);
}

/** The words to send back to whoever gave a refused figure; null for one that is accepted. */
export function replyFor(figure: StatisticView): string | null {
  const { acceptance, term, count, unit, from, until } = figure;
  if (acceptance.accepted) return null;
  const questions = acceptance.reasons.flatMap(({ code }) =>
    isCode('acceptance-question', code) ? [wordFor('acceptance-question', code)] : [],
  );
  const given = `${count.toLocaleString('en-US')} ${unit}`;
  return (
    `Thank you for the figure “${term}” (${given}, ${dateInWords(from)} to ${dateInWords(until)}). ` +
    `We cannot use it as it stands. ${questions.join(' ')}`.trimEnd()
  );
}
