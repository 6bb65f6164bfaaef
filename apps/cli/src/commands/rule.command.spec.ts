import { join } from 'node:path';
import { ownFolder, tell, verdicts } from '../../../../test/support/cli';
import { RULES } from '../rules/rule-list';

const own = ownFolder();
afterAll(() => own.remove());
// A folder without a database: the shipped register answers.
const environment = { VAR_FOLDER: join(own.folder, 'none') };

const ask = async (rule: string, ...given: unknown[]) => {
  const input = given.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const told = await tell(['rule', rule], { input, environment });
  expect([told.code, told.said]).toEqual([0, '']);
  return verdicts(told);
};

const refusal = (part: string) => ({ error: expect.stringContaining(part) });

describe('every rule', () => {
  it.each(RULES.map(({ name }) => name))('%s gives the verdict that its description shows', async (name) => {
    const rule = RULES.find((known) => known.name === name);
    expect(await ask(name, rule?.example)).toEqual([rule?.verdict]);
  });

  it.each(RULES.map(({ name }) => name))('%s answers bad lines in their places and goes on', async (name) => {
    const example = RULES.find((known) => known.name === name)?.example as Record<string, unknown>;
    const answers = await ask(name, '{', '', [example], 'null', {}, { ...example, frob: 1 }, example);
    expect(answers.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => ({ error: expect.any(String) })));
    expect(answers[5]).toEqual(refusal('frob'));
    expect(answers[6]).not.toHaveProperty('error');
  });

  it('is described with its fields, their values and an example', async () => {
    const [described] = verdicts(await tell(['rule', '--list', '--json'])) as [
      { name: string; fields: { name: string; type: string; values: string[] | null }[] }[],
    ];
    expect(described.map(({ name }) => name)).toEqual([
      'government-credit',
      'statistic-acceptance',
      'working-date',
      'deadline-state',
      'reminder-plan',
    ]);
    for (const rule of RULES) {
      const fields = described.find(({ name }) => name === rule.name)?.fields ?? [];
      const names = fields.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(Object.keys(rule.example as object)));
    }
    expect(described[0]?.fields).toEqual([
      {
        name: 'ranBy',
        type: 'choice',
        isRequired: true,
        mayBeNull: false,
        values: ['government', 'ngo', 'igo', 'us', 'other', 'unknown'],
        meaning: 'who ran the act',
      },
      expect.objectContaining({ name: 'paidBy', type: 'choice', isRequired: true }),
      expect.objectContaining({ name: 'governmentGave', type: 'list of choices', isRequired: false }),
      expect.objectContaining({ name: 'role', type: 'text', mayBeNull: true, values: null }),
    ]);
    const page = (await tell(['rule', '--list'])).out;
    for (const { name, example } of RULES) {
      expect(page).toContain(name);
      expect(page).toContain(JSON.stringify(example));
    }
  });
});

describe('government-credit', () => {
  const act = (ranBy: string, paidBy: string, governmentGave: string[] = [], role: string | null = null) => ({
    ranBy,
    paidBy,
    governmentGave,
    role,
  });

  it('judges who ran it, who paid, what was given and which role was shown', async () => {
    const answers = (await ask(
      'government-credit',
      act('government', 'us'),
      act('ngo', 'government'),
      act('igo', 'us', ['staff'], 'Two officers taught half of the course.'),
      act('igo', 'us', ['staff']),
      act('unknown', 'us'),
      act('ngo', 'us'),
      { ranBy: 'ngo', paidBy: 'us' },
    )) as { verdict: string; missing: string[] }[];
    expect(answers.map(({ verdict, missing }) => [verdict, ...missing])).toEqual([
      ['credit'],
      ['credit'],
      ['credit'],
      ['credit-if-role-shown', 'role'],
      ['credit-if-role-shown', 'ranBy'],
      ['no-credit'],
      ['no-credit'],
    ]);
  });

  it('names the field of a word that it does not know', async () => {
    const answers = await ask(
      'government-credit',
      act('martians', 'us'),
      act('ngo', 'us', ['love']),
      { ...act('ngo', 'us'), role: 3 },
      { ranBy: 'ngo' },
    );
    expect(answers).toEqual([
      refusal('ranBy: '),
      refusal('governmentGave.0: '),
      refusal('role: '),
      refusal('paidBy: '),
    ]);
  });
});

describe('statistic-acceptance', () => {
  const figure = {
    term: 'cases opened',
    category: 'investigation',
    basis: 'trafficking-offence',
    evidence: null,
    count: 4,
    unit: 'cases',
  };

  it('accepts and refuses with a code for each thing that stands against a figure', async () => {
    const answers = (await ask(
      'statistic-acceptance',
      figure,
      { ...figure, basis: 'other-offence-with-evidence', evidence: 'ruling 12 names forced labour' },
      { ...figure, basis: 'other-offence-with-evidence' },
      { ...figure, basis: 'related' },
      { ...figure, category: null },
      { ...figure, count: -1.5 },
    )) as { accepted: boolean; reasons: { code: string }[] }[];
    expect(answers.map(({ accepted, reasons }) => [accepted, ...reasons.map(({ code }) => code)])).toEqual([
      [true, 'defined-as-trafficking'],
      [true, 'evidence-named'],
      [false, 'evidence-missing'],
      [false, 'related-offence'],
      [false, 'no-category'],
      [false, 'count-negative', 'count-fractional'],
    ]);
  });

  it('refuses a count that is no number and a category that does not exist', async () => {
    const answers = await ask(
      'statistic-acceptance',
      { ...figure, count: '4' },
      { ...figure, category: 'arrest' },
    );
    expect(answers).toEqual([refusal('count: '), refusal('category: ')]);
  });
});

describe('working-date', () => {
  const effective = async (date: string, post?: string | null) => {
    const [answer] = (await ask('working-date', post === undefined ? { date } : { date, post })) as [
      { effective: string },
    ];
    return answer.effective;
  };

  it.each([
    ['2009-11-15', 'Dushanbe', '2009-11-13'],
    ['2009-11-15', 'Cairo', '2009-11-12'],
    ['2009-11-15', 'muscat', '2009-11-10'],
    ['2010-02-15', 'Dushanbe', '2010-02-12'],
    ['2013-07-06', 'RIYADH', '2013-07-03'],
    ['2013-06-28', 'RIYADH', '2013-06-26'],
    ['2021-12-31', 'Abu Dhabi', '2021-12-30'],
    ['2022-01-07', 'abu-dhabi', '2022-01-07'],
    ['2010-02-15', null, '2010-02-12'],
    ['2010-02-12', undefined, '2010-02-12'],
  ])('of %s for %s is %s', async (date, post, expected) => {
    expect(await effective(date, post)).toBe(expected);
  });

  it('is refused for a day that does not exist and a post that nobody knows', async () => {
    const answers = await ask(
      'working-date',
      { date: '2009-02-29' },
      { date: '2009-11-15', post: 'Atlantis' },
    );
    expect(answers).toEqual([refusal('date: '), refusal('Atlantis')]);
  });
});

describe('deadline-state', () => {
  const deadline = { statutory: '2009-11-15', effective: '2009-11-13' };

  it('is the first that holds', async () => {
    const answers = (await ask(
      'deadline-state',
      { ...deadline, today: '2009-10-29' },
      { ...deadline, today: '2009-10-30' },
      { ...deadline, today: '2009-11-13' },
      { ...deadline, today: '2009-11-14' },
      { ...deadline, today: '2009-11-16' },
      { ...deadline, today: '2009-11-16', waivedOn: '2009-11-01' },
      { ...deadline, today: '2009-11-16', waivedOn: '2009-11-01', metOn: '2009-11-12' },
    )) as { state: string; pastStatutory: boolean }[];
    expect(answers.map(({ state, pastStatutory }) => `${state} ${pastStatutory}`)).toEqual([
      'upcoming false',
      'soon false',
      'due false',
      'overdue false',
      'overdue true',
      'waived true',
      'met true',
    ]);
  });

  it('reckons the working date of a post where none is given', async () => {
    const answers = await ask(
      'deadline-state',
      { statutory: '2009-11-15', post: 'Cairo', today: '2009-11-12' },
      { statutory: '2009-11-15', post: 'Cairo', today: '2009-11-13' },
      { statutory: '2009-11-15', post: null, effective: null, today: '2009-11-13', metOn: null },
    );
    expect(answers).toEqual([
      { state: 'due', pastStatutory: false },
      { state: 'overdue', pastStatutory: false },
      { state: 'due', pastStatutory: false },
    ]);
  });
});

describe('reminder-plan', () => {
  it('takes the working date, or reckons it from the statutory one', async () => {
    const [given, reckoned] = await ask(
      'reminder-plan',
      { effective: '2009-11-12', post: 'Cairo' },
      { statutory: '2009-11-15', post: 'CAIRO' },
    );
    expect(reckoned).toEqual(given);
    expect(
      (given as { step: string; date: string; to: string }[]).map(
        (one) => `${one.step} ${one.date} ${one.to}`,
      ),
    ).toEqual([
      'ten-days 2009-10-26 owner',
      'five-days 2009-11-03 owner',
      'one-day 2009-11-10 owner',
      'overdue 2009-11-16 owner',
      'overdue 2009-11-16 manager',
    ]);
  });

  it('skips what was past when it was planned, the overdue step excepted', async () => {
    const on = (plannedOn: string, plannedTime?: string) => ({
      effective: '2009-11-13',
      post: 'Dushanbe',
      plannedOn,
      ...(plannedTime ? { plannedTime } : {}),
    });
    const answers = (await ask(
      'reminder-plan',
      on('2009-11-12'),
      on('2009-11-12', '09:00'),
      on('2009-11-12', '09:01'),
      on('2009-12-24'),
    )) as { skipped?: string }[][];
    expect(answers.map((plan) => plan.map(({ skipped }) => skipped ?? 'owed'))).toEqual([
      ['already-past', 'already-past', 'owed', 'owed', 'owed'],
      ['already-past', 'already-past', 'owed', 'owed', 'owed'],
      ['already-past', 'already-past', 'already-past', 'owed', 'owed'],
      ['already-past', 'already-past', 'already-past', 'owed', 'owed'],
    ]);
  });

  it('rings in Washington where no post is named, and needs a date', async () => {
    const [plan, refused, badTime] = await ask(
      'reminder-plan',
      { effective: '2010-02-01' },
      { post: 'Cairo' },
      { effective: '2010-02-01', plannedOn: '2010-01-01', plannedTime: '24:00' },
    );
    expect((plan as { zone: string }[]).map(({ zone }) => zone)).toEqual(Array(5).fill('America/New_York'));
    expect(refused).toEqual(refusal('the effective or the statutory date'));
    expect(badTime).toEqual(refusal('plannedTime: '));
  });
});
