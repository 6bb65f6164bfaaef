import { Invalid } from '@demarche/base';
import { mustBeHardToGuess } from './password-strength';

const NEAR = ['Ana Okafor', 'ana.okafor@example.gov', 'Political officer', 'Tajikistan', 'Embassy Dushanbe'];
const tried = (password: string) => mustBeHardToGuess(password, NEAR);

describe('a new password', () => {
  it.each([
    'passwordpassword',
    'Password1Password1',
    'P@ssw0rdP@ssw0rd',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'abcdefghijklmnop',
    '123456789012345',
    'qwertyuiopasdfgh',
    '1q2w3e4r5t6y7u8i',
    'letmeinletmein123',
    'iloveyouiloveyou',
    'summer2026summer',
    'monkeymonkeymonkey',
  ])('is refused when it is common or repeats itself: %s', async (password) => {
    await expect(tried(password)).rejects.toThrow(Invalid);
  });

  it.each([
    'tajikistan2009',
    'Dushanbe2026Dushanbe',
    'demarchedemarche',
    'embassydushanbe1',
    'OkaforOkafor2026',
    'okafor.tajikistan',
    'DemarcheTajikistan!',
  ])('is refused when it is made of names near at hand: %s', async (password) => {
    await expect(tried(password)).rejects.toThrow(Invalid);
  });

  it.each([
    'horse battery staple tree',
    'four plain words together',
    'a long enough phrase',
    'vK3#pQ9!tZr7&mWx',
    'моя кошка любит молоко',
    'quiet lamp over seven rivers',
  ])('is taken when it is neither: %s', async (password) => {
    await expect(tried(password)).resolves.toBeUndefined();
  });

  it('is looked at no further than 128 characters, so that a long one costs no time', async () => {
    const started = performance.now();
    await expect(tried('a'.repeat(1_000))).rejects.toThrow(Invalid);
    await expect(tried('ab1!'.repeat(250))).rejects.toThrow(Invalid);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('says what is wrong with it', async () => {
    await expect(tried('monkeymonkeymonkey')).rejects.toThrow('repeats itself');
    await expect(tried('okafor.tajikistan')).rejects.toThrow('names that belong to you');
    await expect(tried('1q2w3e4r5t6y7u8i')).rejects.toThrow('Too many people');
  });
});
