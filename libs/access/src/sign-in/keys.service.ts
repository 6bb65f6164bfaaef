import { Clock, newId, newSecret, NotFound, sha256 } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import type { NewToken } from '../access.input';
import type { Actor } from '../actor';
import { Acts } from '../acts.service';
import { SignInLinkIssued } from '../people/account-events';
import type { ApiToken } from './door.entity';
import { DoorRepository } from './door.repository';
import { UserRepository } from '../people/user.repository';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000;
const LINK_DAYS = 1;

/** A token as its owner may see it afterwards: never the secret, but whether it still works. */
export interface TokenShown extends Omit<ApiToken, 'secretHash' | 'userId'> {
  state: 'works' | 'revoked' | 'expired';
}

/**
 * Hands out what opens the doors: single-use sign-in links and tokens for machines. Secrets are shown once, and these
 * acts carry no double-submit key, since the guard would keep the secret as its result.
 */
@Injectable()
export class Keys {
  constructor(
    private readonly doors: DoorRepository,
    private readonly users: UserRepository,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** A link secret that signs a person in once within a day. Throws NotFound for an unknown account. */
  issueLink(actor: Actor, userId: string): Promise<string> {
    return this.acts.perform(
      actor.submitting(null),
      { permission: 'manage-users', action: 'link.issue' },
      async (unit, note) => {
        if (!(await this.users.byId(userId))) throw new NotFound('account');
        const secret = newSecret();
        const expiresAt = this.clock.plus(LINK_DAYS * DAY_MILLISECONDS);
        await this.doors.addLink({
          id: newId(),
          secretHash: sha256(secret),
          userId,
          expiresAt,
          usedAt: null,
        });
        note.about('user', userId);
        if (isForSomebodyElse(actor, userId)) await unit.happened(new SignInLinkIssued(userId, actor));
        return secret;
      },
    );
  }

  /** A new token that acts with its maker's rights; the secret is returned this once. */
  issueToken(actor: Actor, input: NewToken): Promise<string> {
    return this.acts.perform(
      actor.submitting(null),
      { permission: 'hold-token', action: 'token.issue' },
      async (_unit, note) => {
        const secret = `dmr_${newSecret()}`;
        const id = newId();
        const createdAt = this.clock.now();
        const expiresAt = this.clock.plus(input.days * DAY_MILLISECONDS);
        const own = { id, userId: actor.userId, label: input.label, createdAt, expiresAt, revokedAt: null };
        await this.doors.addToken({ ...own, secretHash: sha256(secret) });
        note.about('token', id, { days: input.days });
        return secret;
      },
    );
  }

  /** One's own tokens, newest first. */
  async tokens(actor: Actor): Promise<TokenShown[]> {
    actor.must('hold-token');
    const tokens = await this.doors.tokensOf(actor.userId);
    return tokens.map(({ secretHash: _hash, userId: _owner, ...shown }) => ({
      ...shown,
      state: this.stateOf(shown),
    }));
  }

  /** Stops one's own token at once. Throws NotFound for anyone else's. */
  async revokeToken(actor: Actor, tokenId: string): Promise<void> {
    await this.acts.perform(
      actor,
      { permission: 'hold-token', action: 'token.revoke' },
      async (_unit, note) => {
        const revoked = await this.doors.revokeToken({ id: tokenId, userId: actor.userId }, this.clock.now());
        if (!revoked) throw new NotFound('token');
        note.about('token', tokenId);
      },
    );
  }

  private stateOf({ revokedAt, expiresAt }: Pick<ApiToken, 'revokedAt' | 'expiresAt'>): TokenShown['state'] {
    if (revokedAt !== null) return 'revoked';
    return expiresAt < this.clock.now() ? 'expired' : 'works';
  }
}

/** At the machine's own hand, the first start and the command line, nobody stands beside whom it could be done to. */
function isForSomebodyElse(actor: Actor, userId: string): boolean {
  return actor.role !== 'system' && actor.userId !== userId;
}
