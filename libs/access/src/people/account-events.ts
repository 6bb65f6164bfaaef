/**
 * Told inside the unit when an account was closed. `successorId` is who takes over in the same act what the person
 * owned, or null where nobody was named; rooms above then mark what has lost its owner.
 */
export class AccountClosed {
  constructor(
    readonly userId: string,
    readonly successorId: string | null,
  ) {}
}

/** The opposite of AccountClosed: the person is back. What a successor took over in between stays with them. */
export class AccountReopened {
  constructor(readonly userId: string) {}
}

/**
 * Told inside the unit when a person's service at posts was ended, today or from a later day on. `successorId` takes
 * over at once what the person owned there, or is null where nobody was named.
 */
export class PostsLeft {
  constructor(
    readonly userId: string,
    readonly postIds: string[],
    readonly successorId: string | null,
  ) {}
}

/**
 * Told inside the unit when an administrator made a sign-in link for somebody else, so that nobody comes in under
 * another name unseen. It has no opposite: who was told stays told, and the link ends by itself within a day.
 */
export class SignInLinkIssued {
  constructor(
    readonly userId: string,
    readonly by: { userId: string; name: string },
  ) {}
}
