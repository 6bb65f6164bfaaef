import { placementReasonIn, reasonHeldIn } from './placement-reason';

const saying = (...talkingPoints: string[]) => placementReasonIn({ talkingPoints, paragraphs: [] });

describe('the reason for the placement', () => {
  it.each([
    [
      'Fiji was placed on the Watch List because it showed no evidence of increasing efforts.',
      'no-increasing-efforts',
    ],
    [
      'Fiji is placed on the list because of a lack of increased anti-trafficking efforts.',
      'no-increasing-efforts',
    ],
    [
      'Fiji was placed on the list due to a very significant number of trafficking victims.',
      'significant-victims',
    ],
    ['Fiji’s placement is based on commitments for the coming year.', 'commitments'],
  ])('is read from “%s”', (sentence, reason) => {
    expect(saying(sentence)).toBe(reason);
  });

  it('is not guessed from a sentence that lists the three reasons of the law', () => {
    expect(
      saying(
        'The law made a category for countries that show no increasing efforts, have a very significant number of ' +
          'victims, or made commitments to take further steps.',
      ),
    ).toBeNull();
  });

  it('stays open when the cable gives two reasons', () => {
    expect(
      saying(
        'Fiji was placed on the list because of a significant number of victims.',
        'It was also placed there because it made commitments.',
      ),
    ).toBeNull();
  });

  it('is read from a paragraph where there are no talking points', () => {
    const text = 'Thanks. Fiji was placed on the list because it did not show increasing efforts. Regards.';
    expect(placementReasonIn({ talkingPoints: [], paragraphs: [{ number: 1, marking: null, text }] })).toBe(
      'no-increasing-efforts',
    );
  });

  it('knows commitments as a reason up to the report of 2018', () => {
    expect(reasonHeldIn('commitments', 2018)).toBe(true);
    expect(reasonHeldIn('commitments', 2019)).toBe(false);
    expect(reasonHeldIn('significant-victims', 2019)).toBe(true);
  });
});
