import type { TrailEvent } from '@demarche/access';
import { type CsvSlices, csvText } from '@demarche/formats';
import { begun, type HandedFile } from './download';

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

/** A file to download; never shown inside the page, and never handed out before the trail has its entry. */
export class Download {
  constructor(
    readonly file: HandedFile,
    readonly event: TrailEvent | typeof WITNESSED,
  ) {}
}

/** A list as a table for a spreadsheet: the file's name, its columns, and its rows slice by slice. */
interface ListTable {
  filename: string;
  columns: readonly string[];
  slices: CsvSlices;
}

/** A list to download, written while it is read: it may be of any length. */
export async function listDownload(table: ListTable, event: TrailEvent): Promise<Download> {
  const bytes = await begun(csvText(table.columns, table.slices));
  return new Download({ filename: table.filename, mediaType: 'text/csv; charset=utf-8', bytes }, event);
}

/** What every view needs: the page's title, which is also its heading, and whatever the view names. */
export interface PageModel {
  title: string;
  [name: string]: unknown;
}

/** What page methods return. */
export type PageResult = PageModel | Shown | Redirect | Download;
