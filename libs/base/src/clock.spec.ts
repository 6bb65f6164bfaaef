import { Temporal } from 'temporal-polyfill';
import { localDateOf, millisecondsBetween, plusMilliseconds } from './clock';

const HOUR = 3_600_000;
/** Days around changes of the clock, at midnight too, and the day that Samoa left out. */
const PLACES: [string, string][] = [
  ['America/New_York', '2009-11-01T00:00:00.000Z'],
  ['America/New_York', '2026-03-08T00:00:00.000Z'],
  ['America/Sao_Paulo', '2018-11-03T12:00:00.000Z'],
  ['Pacific/Apia', '2011-12-29T12:00:00.000Z'],
  ['Asia/Dushanbe', '2009-11-04T12:00:00.000Z'],
  ['Asia/Kathmandu', '2009-11-04T12:00:00.000Z'],
];

describe('instants', () => {
  it.each(PLACES)('stand on the calendar of %s around %s, forwards and backwards', (zone, around) => {
    const instants = Array.from({ length: 72 }, (_, hour) => plusMilliseconds(around, hour * HOUR - 1));
    for (const instant of [...instants, ...instants.toReversed()])
      expect(`${instant} ${localDateOf(instant, zone)}`).toBe(
        `${instant} ${Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()}`,
      );
  });

  it('are moved and compared, also where another hand has written them', () => {
    expect(plusMilliseconds('2009-11-04T14:00:00.000Z', -0.4)).toBe('2009-11-04T14:00:00.000Z');
    expect(plusMilliseconds('2009-11-04T09:00:00-05:00', 1)).toBe('2009-11-04T14:00:00.001Z');
    expect(millisecondsBetween('2009-11-04T14:00:00Z', '2009-11-04T13:59:59.990Z')).toBe(-10);
  });

  it.each(['', '2009-11-04', '2009-13-04T14:00:00.000Z', '2009-11-04T25:00:00.000Z'])('refuse %j', (text) => {
    expect(() => plusMilliseconds(text, 1)).toThrow(RangeError);
    expect(() => localDateOf(text, 'UTC')).toThrow(RangeError);
  });

  it('refuse a zone that nobody knows', () => {
    expect(() => localDateOf('2009-11-04T14:00:00.000Z', 'Mars/Olympus')).toThrow(RangeError);
  });
});
