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
