import { inOneBreath, wordFor } from '@demarche/words';
import type { CreditVerdict, GovernmentCredit, StatisticAcceptance } from '@demarche/rules';

/** A state as people see it: a word, a shape and a tone, so that no meaning hangs on colour alone. */
export interface Mark {
  word: string;
  shape: string;
  tone: 'good' | 'wait' | 'bad' | 'calm';
}

/** A verdict as a page says it: its mark, and one sentence with the reason or with what is missing. */
export interface SpokenVerdict {
  mark: Mark;
  sentence: string;
}

const CREDIT_MARKS: Record<CreditVerdict, Pick<Mark, 'shape' | 'tone'>> = {
  credit: { shape: '●', tone: 'good' },
  'credit-if-role-shown': { shape: '◐', tone: 'wait' },
  'no-credit': { shape: '○', tone: 'bad' },
};

/** The mark of a credit verdict. */
export function creditMark(verdict: CreditVerdict): Mark {
  return { ...CREDIT_MARKS[verdict], word: wordFor('credit', verdict) };
}

/** What the credit rule says, in one sentence: why it counts, or what somebody has to fill in. */
export function creditSentence({ verdict, reasons, missing }: GovernmentCredit): string {
  const word = wordFor('credit', verdict);
  if (verdict === 'credit-if-role-shown') {
    const asked = [...new Set(missing)].map((field) => wordFor('credit-missing', field));
    return `${word}: ${inOneBreath(asked)}.`;
  }
  const why = inOneBreath([...new Set(reasons.map(({ code }) => wordFor('credit-reason', code)))]);
  if (verdict === 'credit') return `${word}: ${why}.`;
  return `${word}: ${why}. If it did contribute, name what it gave and what its part was.`;
}

/** The credit verdict as a page says it. */
export function spokenCredit(credit: GovernmentCredit): SpokenVerdict {
  return { mark: creditMark(credit.verdict), sentence: creditSentence(credit) };
}

/** The mark of a figure's acceptance. */
export function acceptanceMark({ accepted }: Pick<StatisticAcceptance, 'accepted'>): Mark {
  const word = wordFor('acceptance', accepted ? 'accepted' : 'refused');
  return accepted ? { word, shape: '●', tone: 'good' } : { word, shape: '○', tone: 'bad' };
}

/** What the acceptance rule says of a figure, in one sentence. */
export function spokenAcceptance(acceptance: StatisticAcceptance): SpokenVerdict & { why: string } {
  const mark = acceptanceMark(acceptance);
  const why = inOneBreath(acceptance.reasons.map(({ code }) => wordFor('acceptance-reason', code)));
  return { mark, why, sentence: `${mark.word}: ${why}.` };
}
