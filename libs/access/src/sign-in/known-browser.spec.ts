import { knownBrowser, newMark } from './known-browser';

const NOW = '2026-11-25T12:00:00.000Z';
const ana = { id: 'ana', passwordHash: '$argon2id$v=19$one' };

describe('a known browser', () => {
  const mark = newMark(ana, NOW)!;

  it('is known by its mark for its own account', () => {
    expect(knownBrowser(ana, ['nonsense', mark], NOW)).toBe(mark.split('.')[0]);
    expect(knownBrowser({ ...ana, id: 'bo' }, [mark], NOW)).toBeNull();
  });

  it('is known for 180 days', () => {
    expect(knownBrowser(ana, [mark], '2027-05-24T23:00:00.000Z')).not.toBeNull();
    expect(knownBrowser(ana, [mark], '2027-05-25T00:00:00.000Z')).toBeNull();
  });

  it('is forgotten when the password changes, and never known without one', () => {
    expect(knownBrowser({ ...ana, passwordHash: '$argon2id$v=19$two' }, [mark], NOW)).toBeNull();
    expect(knownBrowser({ ...ana, passwordHash: null }, [mark], NOW)).toBeNull();
    expect(newMark({ ...ana, passwordHash: null }, NOW)).toBeNull();
  });

  it.each(['', '.', '..', '.....', 'a.2099-01-01.', 'a.2099-01-01.b'])('is not known by %j', (forged) => {
    expect(knownBrowser(ana, [forged], NOW)).toBeNull();
  });

  it('is not known by a mark whose last day was put later', () => {
    const [name, , signature] = mark.split('.');
    expect(knownBrowser(ana, [`${name}.2099-01-01.${signature}`], NOW)).toBeNull();
  });
});
