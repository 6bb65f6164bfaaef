import type { Settings } from '@demarche/base';

/** The address that a single-use secret makes; without PUBLIC_URL it is the machine's own. */
export function signInLink(settings: Settings, secret: string): string {
  const { publicUrl, host, port } = settings;
  return `${publicUrl ?? `http://${host}:${port}`}/sign-in/link/${secret}`;
}
