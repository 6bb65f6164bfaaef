import { Readable } from 'node:stream';

/**
 * The text of a mail, held back: the first read, which comes only after the server has asked for the text, awaits the
 * handover, and only then the bytes flow. So nothing can have arrived that was not committed as handed over before.
 */
export class HandoverStream extends Readable {
  /** Whether the bytes have begun to leave. */
  hasLeft = false;
  /** What the handover threw, if it did. */
  failure: { cause: unknown } | null = null;
  private handing: Promise<void> | null = null;

  constructor(
    private readonly bytes: Buffer,
    private readonly handover: () => Promise<void>,
  ) {
    super();
  }

  override _read(): void {
    this.handing ??= this.handOver();
  }

  /** Waits for a handover under way, so that what it commits is committed before anybody judges the attempt. */
  async settled(): Promise<void> {
    await this.handing;
  }

  private async handOver(): Promise<void> {
    try {
      await this.handover();
    } catch (cause) {
      this.failure = { cause };
      this.destroy(new Error('The handover failed.'));
      return;
    }
    if (this.destroyed) return;
    this.hasLeft = true;
    this.push(this.bytes);
    this.push(null);
  }
}
