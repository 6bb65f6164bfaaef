import { Invalid } from './errors';
import { readSettings } from './settings';

describe('the setting TRUST_PROXY', () => {
  it.each([
    [undefined, 'off'],
    ['off', 'off'],
    ['on', 'on'],
    ['192.0.2.10', ['192.0.2.10']],
    ['192.0.2.10, 198.51.100.0/24,2001:db8::/32', ['192.0.2.10', '198.51.100.0/24', '2001:db8::/32']],
  ])('%s is read as %j', (given, expected) => {
    expect(readSettings({ TRUST_PROXY: given }).trustProxy).toEqual(expected);
  });

  it.each([
    'true',
    '1',
    '10.0.0.0/33',
    '2001:db8::/129',
    'proxy.example',
    '10.0.0.1,',
    '10.0.0.1/8/8',
    '10.0.0.1/',
  ])('%s is refused, without being repeated', (given) => {
    expect(() => readSettings({ TRUST_PROXY: given })).toThrow(Invalid);
    expect(() => readSettings({ TRUST_PROXY: given })).not.toThrow(given.length > 4 ? given : 'never');
  });
});
