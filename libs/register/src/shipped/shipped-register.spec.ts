import { localDateOf } from '@demarche/base';
import { workingDate } from '@demarche/rules';
import { nameKey } from '../places/places';
import { SHIPPED_COUNTRIES, SHIPPED_LEAD_POSTS, SHIPPED_POSTS } from './catalogue';
import { FORMER_POST_NAMES, OTHER_COUNTRY_NAMES } from './former-names';
import { WORK_WEEKS } from './work-weeks';
import { ShippedRegister } from './shipped-register';

const twiceIn = (words: readonly string[]) => words.filter((word, index) => words.indexOf(word) !== index);
const REGIONAL_BUREAUS = ['AF', 'EAP', 'EUR', 'NEA', 'SCA', 'WHA'];

describe('what ships', () => {
  const countryIds = SHIPPED_COUNTRIES.map(({ id }) => id);
  const postIds = SHIPPED_POSTS.map(({ id }) => id);

  it('names every country, tag, ISO code and post once', () => {
    expect(twiceIn(countryIds)).toEqual([]);
    expect(twiceIn(SHIPPED_COUNTRIES.map(({ iso2 }) => iso2))).toEqual([]);
    expect(twiceIn(SHIPPED_COUNTRIES.map(({ geographicTag }) => geographicTag))).toEqual([]);
    expect(twiceIn(SHIPPED_COUNTRIES.map(({ name }) => nameKey(name)))).toEqual([]);
    expect(twiceIn(postIds)).toEqual([]);
    expect(SHIPPED_COUNTRIES.filter(({ isRanked }) => isRanked)).toHaveLength(189);
  });

  it('writes codes and tokens as they are written', () => {
    for (const { id, iso2, geographicTag, adjective } of SHIPPED_COUNTRIES) {
      expect([id, iso2, geographicTag].join(' ')).toMatch(/^[A-Z]{3} [A-Z]{2} [A-Z]{2}$/);
      expect(adjective).not.toBe('');
    }
    for (const id of postIds) expect(id).toMatch(/^[A-Z]+$/);
  });

  it('gives every country but the United States a regional bureau', () => {
    const without = SHIPPED_COUNTRIES.filter(({ bureau }) => !REGIONAL_BUREAUS.includes(bureau ?? ''));
    expect(without.map(({ id }) => id)).toEqual(['USA']);
  });

  it('puts every post into a known country and a known zone', () => {
    for (const { countryId, zone } of SHIPPED_POSTS) {
      expect(countryIds).toContain(countryId);
      expect(localDateOf('2009-11-15T12:00:00.000Z', zone)).toMatch(/^2009-11-1[56]$/);
    }
  });

  it('lets only known and open posts deal with countries; three countries have none', () => {
    const open = SHIPPED_POSTS.filter(({ isActive }) => isActive).map(({ id }) => id);
    for (const { countryId, postId } of SHIPPED_LEAD_POSTS) {
      expect(countryIds).toContain(countryId);
      expect(open).toContain(postId);
    }
    const led = new Set(SHIPPED_LEAD_POSTS.map(({ countryId }) => countryId));
    expect(countryIds.filter((id) => !led.has(id)).sort()).toEqual(['PRK', 'SYR', 'USA']);
  });

  it('keeps former names and weekends only of what it knows, and hides no present name behind a former one', () => {
    const cities = SHIPPED_POSTS.map(({ city }) => nameKey(city));
    for (const [name, token] of Object.entries(FORMER_POST_NAMES)) {
      expect(postIds).toContain(token);
      expect([...postIds, ...cities]).not.toContain(name);
    }
    for (const id of Object.values(OTHER_COUNTRY_NAMES)) expect(countryIds).toContain(id);
    for (const id of Object.keys(WORK_WEEKS)) expect(countryIds).toContain(id);
  });

  it('dates each weekend after the one before it', () => {
    for (const weeks of Object.values(WORK_WEEKS)) {
      const starts = weeks.map(([from]) => from ?? '');
      expect(starts[0]).toBe('');
      expect(starts).toEqual([...starts].sort());
      expect(twiceIn(starts)).toEqual([]);
    }
  });
});

describe('the shipped register', () => {
  const register = new ShippedRegister();

  it.each([
    ['Dushanbe', 'DUSHANBE'],
    ['new delhi', 'NEWDELHI'],
    ['PORT AU PRINCE', 'PORTAUPRINCE'],
    ['St. Petersburg', 'STPETERSBURG'],
    ['Saint Petersburg', 'STPETERSBURG'],
    ['Kuwait', 'KUWAIT'],
    ['Kuwait City', 'KUWAIT'],
    ['Dubai', 'DUBAI'],
    ['Calcutta', 'KOLKATA'],
    ["Sana'a", 'SANAA'],
  ])('finds %s as %s', (name, token) => {
    expect(register.postByName(name)?.id).toBe(token);
  });

  it('says null for a place without a post', () => {
    expect(register.postByName('Atlantis')).toBeNull();
    expect(register.postByName('')).toBeNull();
    expect(register.calendarOf('ATLANTIS')).toBeNull();
  });

  it('gives a calendar that the rules can reckon with', () => {
    const cairo = register.calendarOf('CAIRO');
    expect(cairo && workingDate('2009-11-14', [cairo])).toEqual({
      statutory: '2009-11-14',
      effective: '2009-11-12',
      reasons: [
        { date: '2009-11-14', code: 'weekend', where: 'post' },
        { date: '2009-11-13', code: 'weekend', where: 'post' },
      ],
    });
  });
});
