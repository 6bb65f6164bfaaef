import type { Provider, Type } from '@nestjs/common';

/** What a feature hands to the web module: its doors, and what builds their answers. */
export interface Feature {
  controllers: Type[];
  providers: Provider[];
}
