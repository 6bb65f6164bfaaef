import { localPath } from './local-path';

describe('the path to go to after signing in', () => {
  it.each([
    '/',
    '/today',
    '/plans',
    '/people?named=O%27Connor&page=2',
    '/countries/CIV',
    '/recommendations/0193a-7/log?step=2#form',
    '/audit?person=%C3%A9',
    '/plans?named=100%25',
    '/plans?back=%2Ftoday',
  ])('is followed: %s', (path) => {
    expect(localPath(path, '/home')).toBe(path);
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['a list', ['/plans', '/today']],
    ['a path without its slash', 'plans'],
    ['another site', 'https://evil.example'],
    ['another site without a scheme', '//evil.example'],
    ['three slashes', '///evil.example'],
    ['a backslash', '/\\evil.example'],
    ['a backslash further on', '/plans\\evil'],
    ['a script', 'javascript:alert(1)'],
    ['a blank in front', ' /plans'],
    ['a tab between the slashes', '/\t/evil.example'],
    ['a line break', '/plans\r\nSet-Cookie: a=b'],
    ['a zero byte', '/plans\u0000'],
    ['a mark that turns the reading direction', '/plans\u202Egpj'],
    ['an encoded slash in front', '/%2Fevil.example'],
    ['an encoded backslash', '/%5Cevil.example'],
    ['an encoded tab', '/%09/evil.example'],
    ['an encoded line break', '/plans%0D%0ALocation:%20//evil.example'],
    ['an encoded line break in the question', '/plans?a=%0D%0A'],
    ['a slash encoded twice', '/%252Fevil.example'],
    ['a slash encoded three times', '/%25252Fevil.example'],
    ['dots that climb', '/plans/../../evil'],
    ['encoded dots that climb', '/plans/%2e%2e/evil'],
    ['a dot before two slashes', '/.//evil.example'],
    ['a percent sign that encodes nothing', '/plans%zz'],
    ['a name and a password', '/@evil.example//x'],
    ['an endless path', `/${'a'.repeat(3_000)}`],
  ])('is not followed: %s', (_what, path) => {
    expect(localPath(path, '/home')).toBe('/home');
  });
});
