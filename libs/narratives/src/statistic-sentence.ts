import { type CalendarDate, dateInWords, type StatisticCategory, type StatisticUnit } from '@demarche/rules';
import { countedIn, wordFor } from '@demarche/words';
import { spanInWords } from './span-words';
import { capitalized } from './sentence-form';

/** What a sentence on a figure is made of; the category is there, since only accepted figures are told. */
interface ToldFigure {
  from: CalendarDate;
  until: CalendarDate;
  term: string;
  category: StatisticCategory;
  count: number;
  unit: StatisticUnit;
  article: string | null;
}

function counted({ category, count, unit }: ToldFigure): string {
  if (count === 0)
    return `no ${wordFor('category-many', category)}, counted in ${wordFor('unit-noun', unit)}`;
  const link = unit === 'cases' ? 'in' : category === 'sentence' ? 'for' : 'of';
  const kind = count === 1 ? 'category-one' : 'category-many';
  return `${wordFor(kind, category)} ${link} ${countedIn(unit, count)}`;
}

function underArticle(article: string | null): string {
  if (article === null) return '';
  return ` under ${/^\d/.test(article) ? 'article ' : ''}${article}`;
}

function inHostTerm({ term, category }: ToldFigure): string {
  const isSame = [wordFor('category-many', category), category].includes(term.trim().toLowerCase());
  return isSame ? '' : ` (in its own term, “${term.trim()}”)`;
}

/**
 * A figure with its period, and the one before it for comparison; where there is none the sentence says so, since a
 * number alone tells nothing of progress. Cases and persons are named and never added together.
 */
export function statisticSentence(figure: ToldFigure, before: ToldFigure | null): string {
  const span = capitalized(spanInWords(figure.from, figure.until));
  const told = `${span}, the government reported ${counted(figure)}${underArticle(figure.article)}${inHostTerm(figure)}.`;
  if (!before) return `${told} No comparable figure for an earlier period was on record.`;
  const period = `from ${dateInWords(before.from)} to ${dateInWords(before.until)}`;
  return `${told} For the period ${period} it had reported ${counted(before)}.`;
}
