/** What a page method may return instead of its own view's model: go elsewhere after a change. */
export class Redirect {
  constructor(readonly to: string) {}
}

/** What a page method may return instead of a plain model: another view, or the same one with a status of its own. */
export class Shown {
  constructor(
    readonly model: PageModel,
    readonly choice: { status?: number; view?: string; retryAfterSeconds?: number } = {},
  ) {}
}

/** Bytes to download; never shown inside the page. */
export class Download {
  constructor(readonly file: { filename: string; mediaType: string; bytes: Buffer }) {}
}

/** What every view needs: the page's title, which is also its heading, and whatever the view names. */
export interface PageModel {
  title: string;
  [name: string]: unknown;
}

/** What page methods return. */
export type PageResult = PageModel | Shown | Redirect | Download;
