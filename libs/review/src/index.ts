import { Release } from './release.entity';

export { Release };
export * from './review.input';
export { ReviewModule } from './review.module';
export { MOST_OPEN } from './release.repository';
export { type Proposal, Review } from './review.service';

/** The tables of this room. */
export const reviewEntities = [Release];
