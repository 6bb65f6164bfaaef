import type { TrailEvent } from '@demarche/access';

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

/** Says of a download that the service behind it has written its entry in the trail. */
export const WITNESSED = 'witnessed';

/** Bytes to download; never shown inside the page, and never handed out before the trail has its entry. */
export class Download {
  constructor(
    readonly file: { filename: string; mediaType: string; bytes: Buffer },
    readonly event: TrailEvent | typeof WITNESSED,
  ) {}
}

/** What every view needs: the page's title, which is also its heading, and whatever the view names. */
export interface PageModel {
  title: string;
  [name: string]: unknown;
}

/** What page methods return. */
export type PageResult = PageModel | Shown | Redirect | Download;
