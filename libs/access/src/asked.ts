import { Conflict, sha256 } from '@demarche/base';
import canonicalize from 'canonicalize';

/** What a request asked for: `POST /log` and its fields, without the keys that belong to the form itself. */
export interface Asked {
  address: string;
  fields: Record<string, unknown>;
}

/** The digest by which a repeat is known again: SHA-256 over the canonical JSON (RFC 8785) of address and fields. */
export function digestOf({ address, fields }: Asked): string {
  return sha256(canonicalize({ address, fields }) ?? address);
}

/** Thrown when one key came twice with different content: what was saved under it, and what was sent this time. */
export class OtherContent extends Conflict {
  constructor(
    readonly saved: Asked | null,
    readonly sent: Asked,
    readonly result: unknown,
  ) {
    super(
      'repeat',
      'This form was saved a moment ago with other content. What you sent now was not saved; it is kept beside what was saved.',
    );
  }
}
