import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** A file as a form brought it: what it was called, its bytes, and whether it was cut off at the limit. */
export interface Upload {
  filename: string;
  bytes: Buffer;
  isCut: boolean;
}

/** The largest file that is taken in. */
const UPLOAD_BYTES = 1_048_576;
/** A text field longer than any schema admits is cut here, so that it is refused and never shortened unseen. */
const FIELD_BYTES = 2_097_152;
const LIMITS = { files: 1, fileSize: UPLOAD_BYTES, fields: 8, fieldSize: FIELD_BYTES, parts: 9 };

/** Lets forms at these addresses bring one file; a form with a file is refused with 415 everywhere else. */
export async function takeUploads(app: NestFastifyApplication, paths: readonly string[]): Promise<void> {
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    throwFileSizeLimit: false,
    limits: LIMITS,
    onFile: async (part) => {
      const bytes = await part.toBuffer();
      const upload: Upload = {
        filename: (part.filename as string | undefined) ?? '',
        bytes,
        isCut: part.file.truncated,
      };
      Object.assign(part, { value: upload });
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      const isFile = request.headers['content-type']?.toLowerCase().startsWith('multipart/') ?? false;
      const path = request.url.split('?')[0] ?? '';
      if (isFile && !paths.includes(path)) throw new NoFilesHere();
    });
}

/** Thrown for a file sent to an address that takes none. */
export class NoFilesHere extends Error {
  readonly statusCode = 415;

  constructor() {
    super('Files are not taken in at this address. Nothing was changed.');
    this.name = 'NoFilesHere';
  }
}
