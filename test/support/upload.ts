import { Keys, type Role, SYSTEM_ACTOR, Users } from '@demarche/access';
import type { OpenWeb } from './web';

const BOUNDARY = '----demarche-test-boundary';
const FORM = { 'sec-fetch-site': 'same-origin' };

/** A file as a form brings it. */
interface Brought {
  filename: string;
  bytes: Buffer;
}

/** Signs somebody in who sends forms that may bring a file, as a browser without scripts would. */
export async function openUploader({ app }: OpenWeb, role: Role, word = 'uploader') {
  const account = {
    email: `${word}-${role}@example.gov`,
    name: 'Una Upload',
    title: role,
    role,
    postIds: [],
  };
  const userId = await app.get(Users).create(SYSTEM_ACTOR, account);
  const link = await app.get(Keys).issueLink(SYSTEM_ACTOR, userId);
  const signedIn = await app.inject({
    method: 'POST',
    url: '/sign-in/link',
    headers: { ...FORM, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ link }).toString(),
  });
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return {
    get: (url: string) => app.inject({ method: 'GET', url, headers: { cookie } }),
    send: (url: string, fields: Record<string, string>, file?: Brought) =>
      app.inject({
        method: 'POST',
        url,
        headers: { ...FORM, cookie, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
        payload: multipartOf(fields, file),
      }),
  };
}

/** The hidden fields that the first form for an address carries. */
export function keysOf(page: string, action: string): { csrf: string; submission: string } {
  const form = page.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
  return { csrf: value('csrf'), submission: value('submission') };
}

function multipartOf(fields: Record<string, string>, file?: Brought): Buffer {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const end = `--${BOUNDARY}--\r\n`;
  if (!file) return Buffer.from(parts.join('') + end);
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${file.filename}"\r\ncontent-type: text/plain\r\n\r\n`;
  return Buffer.concat([Buffer.from(parts.join('') + head), file.bytes, Buffer.from(`\r\n${end}`)]);
}
