import { Conflict, Invalid, NotFound } from '@demarche/base';
import { isDuplicate, type Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../actor';
import { Acts, type AuditNote } from '../acts.service';
import type { Role } from '../permissions';
import { DoorRepository } from '../sign-in/door.repository';
import { AccountClosed, AccountReopened, PostsLeft } from './account-events';
import type { PersonChange } from './person.input';
import { PostingRepository } from './posting.repository';
import { movedTo, type PostingChange } from './postings';
import type { User, UserPost } from './user.entity';
import { UserRepository } from './user.repository';

const AMEND = { permission: 'manage-users', action: 'user.amend' } as const;
const CLOSE = { permission: 'manage-users', action: 'user.disable' } as const;
const REOPEN = { permission: 'manage-users', action: 'user.reopen' } as const;

/** The life of an account after it was opened: amended, closed and opened again by administrators. */
@Injectable()
export class Accounts {
  constructor(
    private readonly users: UserRepository,
    private readonly postings: PostingRepository,
    private readonly doors: DoorRepository,
    private readonly acts: Acts,
  ) {}

  /**
   * Changes a person as an administrator saw them, and returns the new version. What they may see and do follows at
   * their next request; another role ends their sessions. Throws Conflict for an old version, a taken address or the
   * last administrator, Invalid for a reporting officer without a post.
   */
  async amend(actor: Actor, userId: string, change: PersonChange): Promise<number> {
    try {
      return await this.acts.perform(actor, AMEND, async (unit, note) => {
        const person = await this.known(userId);
        if ((change.role ?? person.role) !== 'administrator') await this.refuseLast(person);
        const version = await this.rewrite(person, change, note);
        await this.move(unit, { person, change, note });
        return version;
      });
    } catch (error) {
      if (isDuplicate(error))
        throw new Conflict('duplicate', 'There is already an account with this e-mail address.');
      throw error;
    }
  }

  /**
   * Closes an account: sessions, tokens, links and the password stop at once, what the person wrote stays. Rooms above
   * hear of it in the same act, with whoever takes over. Throws Conflict for one's own and for the last administrator.
   */
  async close(actor: Actor, userId: string, successorId: string | null = null): Promise<void> {
    if (userId === actor.userId)
      throw new Conflict('state', 'You cannot close your own account. Ask another administrator to do it.');
    await this.acts.perform(actor, CLOSE, async (unit, note) => {
      const person = await this.known(userId);
      if (!person.isActive) throw new Conflict('state', 'This account is closed already.');
      await this.refuseLast(person);
      await this.mustTakeOver(userId, successorId);
      const changes = { isActive: false, passwordHash: null };
      await this.users.amend({ id: userId, version: person.version, changes });
      await this.doors.shutOut(userId);
      note.about('user', userId, successorId ? { successorId } : {});
      await unit.happened(new AccountClosed(userId, successorId));
      return null;
    });
  }

  /** Opens a closed account again: same address, same role, same posts; the way in is a new link. */
  async reopen(actor: Actor, userId: string): Promise<void> {
    await this.acts.perform(actor, REOPEN, async (unit, note) => {
      const person = await this.known(userId);
      if (person.isActive) throw new Conflict('state', 'This account is open already.');
      await this.users.amend({ id: userId, version: person.version, changes: { isActive: true } });
      note.about('user', userId);
      await unit.happened(new AccountReopened(userId));
      return null;
    });
  }

  private async known(userId: string): Promise<User> {
    const user = await this.users.byId(userId);
    if (!user) throw new NotFound('account');
    return user;
  }

  private async refuseLast(person: User): Promise<void> {
    if (person.role !== 'administrator' || !person.isActive) return;
    const isAlone = (await this.users.holdAdministrators()) < 2;
    // Whoever held the rows before may have changed this person too.
    const { role, isActive } = await this.known(person.id);
    if (isAlone && role === 'administrator' && isActive)
      throw new Conflict(
        'state',
        'This is the last administrator. Make somebody else an administrator first.',
      );
  }

  private async mustTakeOver(userId: string, successorId: string | null): Promise<void> {
    if (successorId === null) return;
    const successor = await this.users.byId(successorId);
    if (!successor?.isActive || successorId === userId)
      throw Invalid.because('successorId', 'unknown', 'Choose somebody else whose account is open.');
  }

  private async rewrite(person: User, change: PersonChange, note: AuditNote): Promise<number> {
    const { changes, was } = changedFields(person, change);
    note.about('user', person.id, Object.keys(changes).length > 0 ? { changes, was } : {});
    if (changes.role) await this.doors.endSessionsOf(person.id);
    return this.users.amend({ id: person.id, version: change.version, changes });
  }

  private async move(unit: Unit, { person, change, note }: Move): Promise<void> {
    const known = await this.postings.ofPerson(person.id);
    const open = known.filter(({ endedOn }) => endedOn === null).map(({ postId }) => postId);
    const { postIds = open, postsFrom = this.postings.today(), successorId = null } = change;
    mustServe(change.role ?? person.role, postIds);
    const moves = movedTo(known, { postIds, from: postsFrom });
    if (!change.postIds || isNothing(moves)) return;
    this.refuseLostHistory(moves);
    await this.postings.write(person.id, moves);
    const left = open.filter((postId) => !postIds.includes(postId));
    note.about('user', person.id, { from: postsFrom, left, begun: moves.begun.map(({ postId }) => postId) });
    await this.mustTakeOver(person.id, successorId);
    if (left.length > 0) await unit.happened(new PostsLeft(person.id, left, successorId));
  }

  private refuseLostHistory({ dropped }: PostingChange<UserPost>): void {
    const today = this.postings.today();
    const lost = dropped.find(({ startsOn }) => startsOn < today);
    if (!lost) return;
    throw Invalid.because(
      'postsFrom',
      'before-history',
      `Choose a day after ${lost.startsOn}: from then on this person served at a post, and that stays.`,
    );
  }
}

function mustServe(role: Role, postIds: string[]): void {
  if (role === 'post-officer' && postIds.length === 0)
    throw Invalid.because('postIds', 'missing', 'Choose the post where this person serves.');
}

function isNothing({ ended, dropped, begun }: PostingChange<UserPost>): boolean {
  return ended.length + dropped.length + begun.length === 0;
}

interface Move {
  person: User;
  change: PersonChange;
  note: AuditNote;
}

const FIELDS = ['name', 'title', 'email', 'role'] as const;

/** What really changes, and what stood there before: the person's history in the trail. */
function changedFields(person: User, change: PersonChange) {
  const changed = FIELDS.filter((field) => change[field] !== undefined && change[field] !== person[field]);
  const picked = (from: User | PersonChange) =>
    Object.fromEntries(changed.map((field) => [field, from[field]])) as Partial<User>;
  return { changes: picked(change), was: picked(person) };
}
