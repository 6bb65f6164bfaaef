import { LONGEST_PATH, readableAddress } from './readable-address';

describe('the address to route by', () => {
  it.each(['/plans?page=2', '/papers/a%20b/file.txt', '/plans/%00', '/', `/plans?text=${'x'.repeat(9_000)}`])(
    'is the one that was asked for where that can be read: %s',
    (url) => {
      expect(readableAddress({ url })).toBe(url);
    },
  );

  it.each(['/%zz', '/plans/%ff%fe', `/plans/${'x'.repeat(LONGEST_PATH)}`])(
    'leads nowhere where it cannot: %s',
    (url) => {
      expect(readableAddress({ url })).toBe('/no-such-address');
      expect(readableAddress({ url: `/api/v1${url}` })).toBe('/api/no-such-address');
    },
  );

  it('is the front page where a request names none', () => {
    expect(readableAddress({})).toBe('/');
  });
});
