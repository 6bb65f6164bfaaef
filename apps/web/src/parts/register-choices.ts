import type { Choice } from '@demarche/words';
import { Register } from '@demarche/register';
import { Injectable } from '@nestjs/common';

/** What forms and filters offer from the register. */
@Injectable()
export class RegisterChoices {
  constructor(private readonly register: Register) {}

  /** Every country to choose from, by name. */
  async countries(): Promise<Choice[]> {
    const countries = await this.register.countries();
    return countries.map(({ id, name }) => ({ value: id, label: name }));
  }

  /** Every cycle to choose from, newest first. */
  async cycles(): Promise<Choice[]> {
    const cycles = await this.register.cycles();
    return cycles.map(({ id, name }) => ({ value: id, label: name }));
  }
}
