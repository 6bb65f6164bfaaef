/** Thrown by the session guard: the filter sends people to the sign-in page and machines a 401. */
export class SignInNeeded extends Error {
  constructor() {
    super('Sign in first.');
    this.name = 'SignInNeeded';
  }
}

/** Thrown by the CSRF guard: the request did not come from one of our own pages. */
export class ForeignForm extends Error {
  constructor() {
    super(
      'This form did not come from a page of this site, or its page is too old. Nothing was changed. Open the page again and send it once more.',
    );
    this.name = 'ForeignForm';
  }
}
