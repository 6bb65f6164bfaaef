import type { Actor } from '@demarche/access';
import { PlaceKeeping } from '@demarche/register';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { LeadPostForm } from './register-forms';
import { RegisterModel } from './register.model';

/** What everything else looks up: countries with their lead posts, and the way to posts, cycles and tables. */
@Controller('register')
export class RegisterPage {
  constructor(
    private readonly model: RegisterModel,
    private readonly places: PlaceKeeping,
  ) {}

  @Get()
  @View('register/overview')
  overview(@CurrentActor() actor: Actor): Promise<PageModel> {
    return this.model.overview(actor);
  }

  @Get('countries')
  @View('register/countries')
  countries(@CurrentActor() actor: Actor, @Query() query: FormBody): Promise<PageModel> {
    return this.model.countries(actor, query);
  }

  @Get('countries/:countryId')
  @View('register/country')
  country(@CurrentActor() actor: Actor, @Param('countryId') id: string): Promise<PageModel> {
    return this.model.country(actor, id);
  }

  @Post('countries/:countryId/lead-post')
  @View('register/country')
  setLeadPost(
    @CurrentActor() actor: Actor,
    @Param('countryId') countryId: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(LeadPostForm, body, {
      act: ({ postId }) => this.places.setLeadPost(actor, { countryId, postId: postId ?? null }),
      then: () => `/register/countries/${countryId}?done=lead-post-set`,
      again: () => this.model.country(actor, countryId),
    });
  }
}
