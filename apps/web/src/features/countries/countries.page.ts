import type { Actor } from '@demarche/access';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import type { FormBody } from '../../http/forms/forms';
import type { PageModel } from '../../http/views/page-result';
import { CountryModel } from './country.model';
import { CountriesModel } from './countries.model';

/** Countries: where each one stands. */
@Controller('countries')
export class CountriesPage {
  constructor(
    private readonly all: CountriesModel,
    private readonly one: CountryModel,
  ) {}

  @Get()
  @View('countries/list')
  list(@CurrentActor() actor: Actor, @Query() query: FormBody): Promise<PageModel> {
    return this.all.list(actor, query);
  }

  @Get(':id')
  @View('countries/show')
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PageModel> {
    return this.one.page(actor, id);
  }
}
