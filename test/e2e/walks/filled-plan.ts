import type { Machine } from '../../support/machine';
import type { Places } from '../../support/route-table';

/** Who fills a plan: the desk that owns it, an officer of its post, and the id of a colleague who owns some deadlines. */
export interface Fillers {
  desk: Machine;
  post: Machine;
  colleague: string;
}

/** What a plan is for. */
export interface PlanPlace {
  countryId: string;
  cycleId: string;
}

/** A plan that is filled over the API, a recommendation with all that hangs on it at a time. */
export class FilledPlan {
  readonly recommendations: string[] = [];

  private constructor(
    private readonly by: Fillers,
    readonly id: string,
    private readonly year: string,
  ) {}

  static async open(by: Fillers, place: PlanPlace): Promise<FilledPlan> {
    const reason = { placementReason: 'no-increasing-efforts', placementConfirmed: true };
    const id = await by.desk.made('/plans', { ...place, ...reason });
    await by.desk.must('POST', `/plans/${id}/deadlines/from-milestones`, {});
    return new FilledPlan(by, id, place.cycleId);
  }

  get size(): number {
    return this.recommendations.length;
  }

  /** One more recommendation, with an act, a figure, two deadlines and a paper; where each of them stands. */
  async add(): Promise<Places> {
    const { desk, post } = this.by;
    const number = this.size + 1;
    const recommendation = await this.recommend(number);
    const [effort, statistic] = [await this.log(number), await this.count(number)];
    const deadline = await this.agree(number);
    const kind = number % 2 ? 'non-paper' : 'talking-points';
    const paper = await desk.made(`/plans/${this.id}/papers`, { kind });
    if (kind === 'non-paper') await desk.must('POST', `/papers/${paper}/release/propose`, {});
    const owner = post.actor.userId;
    const personal = { notice: '', token: '', session: '' };
    return { plan: this.id, recommendation, effort, statistic, deadline, paper, owner, ...personal };
  }

  private async recommend(number: number): Promise<string> {
    const { desk } = this.by;
    const ask = { priority: 'high', text: `Train the judges of district ${number}.` };
    const id = await desk.made(`/plans/${this.id}/recommendations`, ask);
    const reworded = { text: `Train all judges of district ${number}.`, version: 1 };
    await desk.must('POST', `/recommendations/${id}/reword`, reworded);
    this.recommendations.push(id);
    return id;
  }

  private async log(number: number): Promise<string> {
    const { post } = this.by;
    const act = { happenedOn: `${this.year}-10-12`, ranBy: 'government' };
    const mapped = { ...act, recommendationIds: this.recommendations };
    const first = { ...mapped, text: `Unit ${number} was opened.` };
    const id = await post.made(`/plans/${this.id}/efforts`, first);
    await post.must('PUT', `/efforts/${id}`, { ...mapped, text: `Unit ${number} opened.`, version: 1 });
    return id;
  }

  private count(number: number): Promise<string> {
    const period = { from: `${this.year}-05-01`, until: `${this.year}-10-31` };
    const figure = { ...period, term: 'Cases', count: number, unit: 'cases' };
    return this.by.post.made(`/plans/${this.id}/statistics`, figure);
  }

  /** One deadline that is open, the first of them overdue so that mails go out, and one that is met. */
  private async agree(number: number): Promise<string> {
    const { desk, post, colleague } = this.by;
    const statutoryOn = number === 1 ? `${this.year}-11-03` : `${this.year}-12-${10 + number}`;
    const owed = { kind: 'other', statutoryOn, ownerId: number % 2 ? post.actor.userId : colleague };
    const path = `/plans/${this.id}/deadlines`;
    const id = await desk.made(path, { ...owed, title: `Reply ${number}` });
    const met = await desk.made(path, { ...owed, title: `Call ${number}` });
    await desk.must('POST', `/deadlines/${met}/meet`, { version: 1, on: '2009-11-03', sure: true });
    return id;
  }
}
