import { Release } from './release.entity';

export { Release };
export type { Subject } from './release.repository';
export * from './review.input';
export { ReviewModule } from './review.module';
export { type Proposal, Review, textHashOf } from './review.service';

/** The tables of this room. */
export const reviewEntities = [Release];
