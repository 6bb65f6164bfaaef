import { Invalid } from '@demarche/base';
import type { PostKnown, PostLookup, PostSource } from './post-known';

/** Looks posts up, each once; the register behind it is opened only when a line names a post. */
export class PostDirectory implements PostLookup {
  private readonly found = new Map<string, Promise<PostKnown | null>>();
  private opening: Promise<PostSource> | null = null;

  constructor(private readonly environment: Record<string, string | undefined>) {}

  async named(text: string): Promise<PostKnown> {
    const search = this.found.get(text) ?? this.search(text);
    this.found.set(text, search);
    const post = await search;
    if (post === null) throw Invalid.because('post', 'unknown', `The register knows no post “${text}”.`);
    return post;
  }

  /** Closes the register, if it was opened. */
  async close(): Promise<void> {
    await (await this.opening?.catch(() => null))?.close();
  }

  private async search(text: string): Promise<PostKnown | null> {
    this.opening ??= import('./post-source').then((room) => room.openPostSource(this.environment));
    return (await this.opening).find(text);
  }
}
