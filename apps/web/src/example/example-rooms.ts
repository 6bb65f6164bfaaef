import { Deadlines } from '@demarche/deadlines';
import { Plans } from '@demarche/plans';
import { Efforts, Statistics } from '@demarche/progress';
import { Injectable } from '@nestjs/common';

/** The rooms in which the example is played. */
@Injectable()
export class ExampleRooms {
  constructor(
    readonly plans: Plans,
    readonly efforts: Efforts,
    readonly statistics: Statistics,
    readonly deadlines: Deadlines,
  ) {}
}
