/** Told inside the unit when a post's work week or holidays changed, so that dates reckoned by them can be reckoned anew. */
export class CalendarChanged {
  constructor(readonly postId: string) {}
}
