import {
  CableTextInput,
  DropInput,
  NewPlanInput,
  NewRecommendationInput,
  PlanFilterInput,
  RewordingInput,
  WORDING_MAX,
} from './plans.input';

const PLAN = { countryId: 'TJK', cycleId: '2009', placementReason: 'no-increasing-efforts' };
const RECOMMENDATION = { planId: 'p', priority: 'high', text: 'Fund the shelters.' };
const messages = (outcome: { error?: { issues: { message: string }[] } }) =>
  (outcome.error?.issues ?? []).map((issue) => issue.message);

describe('what people enter about plans', () => {
  it('is refused with a key that nobody asked for', () => {
    const schemas = [
      [NewPlanInput, PLAN],
      [CableTextInput, { text: 'x' }],
      [NewRecommendationInput, RECOMMENDATION],
      [RewordingInput, { id: 'r', version: 1, text: 'x' }],
      [DropInput, { id: 'r', version: 1, reason: 'x' }],
      [PlanFilterInput, {}],
    ] as const;
    for (const [schema, given] of schemas) {
      expect(schema.safeParse(given).success).toBe(true);
      expect(schema.safeParse({ ...given, isAdmin: true }).success).toBe(false);
    }
  });

  it('becomes one trimmed paragraph, whatever the line breaks and blanks', () => {
    const given = { ...RECOMMENDATION, text: '  Fund\r\nthe \t shelters.\n', note: ' \n ' };
    expect(NewRecommendationInput.parse(given)).toMatchObject({ text: 'Fund the shelters.', note: null });
  });

  it.each(['a\u0000b', 'a\u001Bb', 'a\u202Eb', 'a\u2066b', 'a\uD800b'])(
    'is refused with the hidden character in %j',
    (text) => {
      expect(messages(NewRecommendationInput.safeParse({ ...RECOMMENDATION, text }))).toEqual([
        expect.stringMatching(/^Remove what cannot be kept: character 2, /),
      ]);
      expect(RewordingInput.safeParse({ id: 'r', version: 1, text: 'x', note: text }).success).toBe(false);
      expect(DropInput.safeParse({ id: 'r', version: 1, reason: text }).success).toBe(false);
    },
  );

  it('may use the letters of any script', () => {
    const text = 'Обеспечить приюты; تمويل الملاجئ; 資金を出す';
    expect(NewRecommendationInput.parse({ ...RECOMMENDATION, text }).text).toBe(text);
  });

  it('says in plain English what is missing or too long', () => {
    expect(messages(NewPlanInput.safeParse({}))).toEqual([
      'Choose a country.',
      'Choose a cycle.',
      'Choose why the country is on the list.',
    ]);
    expect(messages(NewRecommendationInput.safeParse({ ...RECOMMENDATION, text: ' ' }))).toEqual([
      'Write what the government is asked to do.',
    ]);
    const long = { ...RECOMMENDATION, text: 'x'.repeat(WORDING_MAX + 1) };
    expect(messages(NewRecommendationInput.safeParse(long))).toEqual([
      'Use at most 4,000 characters: this has 1 too many.',
    ]);
  });

  it('reads numbers from forms and leaves a missing version to the edit guard', () => {
    expect(RewordingInput.parse({ id: 'r', version: '3', text: 'x' }).version).toBe(3);
    expect(RewordingInput.parse({ id: 'r', text: 'x' }).version).toBeUndefined();
    for (const version of ['x', 0, 1.5, 2 ** 31])
      expect(RewordingInput.safeParse({ id: 'r', version, text: 'x' }).success).toBe(false);
    for (const id of ['', 'a\u0000b', 'a b', 'x'.repeat(65)])
      expect(RewordingInput.safeParse({ id, version: 1, text: 'x' }).success).toBe(false);
    expect(PlanFilterInput.parse({ page: '2' })).toEqual({ page: 2 });
  });

  it('keeps a cable byte for byte and refuses one that could fool a reader', () => {
    const text = '\r\nUNCLAS\fpost\u0092s  plan\n';
    expect(CableTextInput.parse({ text }).text).toBe(text);
    expect(CableTextInput.safeParse({ text: 'a\u0000' }).success).toBe(false);
    expect(CableTextInput.safeParse({ text: 'a\u202E' }).success).toBe(false);
    expect(CableTextInput.safeParse({ text: ' \n ' }).success).toBe(false);
    expect(CableTextInput.safeParse({ text: 'x'.repeat(400_001) }).success).toBe(false);
  });
});
