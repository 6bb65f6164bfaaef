import type { Actor } from '@demarche/access';
import { CalendarKeeping, PlaceKeeping } from '@demarche/register';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, View } from '../../http/decorators';
import { type FormBody, submit } from '../../http/forms/forms';
import type { PageModel, PageResult } from '../../http/views/page-result';
import { NothingAsked } from '../../parts/paging';
import { HolidayForm, WorkWeekForm, ZoneForm } from './register-forms';
import { RegisterPostsModel } from './posts.model';

/** Posts with their dated work weeks and holidays: what working days are counted by. */
@Controller('register/posts')
export class RegisterPostsPage {
  constructor(
    private readonly model: RegisterPostsModel,
    private readonly calendars: CalendarKeeping,
    private readonly places: PlaceKeeping,
  ) {}

  @Get()
  @View('register/posts')
  list(@CurrentActor() actor: Actor, @Query() query: FormBody): Promise<PageModel> {
    return this.model.list(actor, query);
  }

  @Get(':postId')
  @View('register/post')
  show(@CurrentActor() actor: Actor, @Param('postId') postId: string): Promise<PageModel> {
    return this.model.post(actor, postId);
  }

  @Get(':postId/work-weeks/new')
  @View('register/work-week')
  askWorkWeek(@CurrentActor() actor: Actor, @Param('postId') postId: string): Promise<PageModel> {
    return this.model.asking(actor, postId, 'Set a work week');
  }

  @Post(':postId/work-weeks')
  @View('register/work-week')
  setWorkWeek(
    @CurrentActor() actor: Actor,
    @Param('postId') postId: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(WorkWeekForm, body, {
      act: (week) => this.calendars.setWorkWeek(actor, { ...week, postId, from: week.from ?? null }),
      then: () => `/register/posts/${postId}?done=work-week-set`,
      again: () => this.model.asking(actor, postId, 'Set a work week'),
      lists: ['weekend'],
    });
  }

  @Get(':postId/zone')
  @View('register/zone')
  askZone(@CurrentActor() actor: Actor, @Param('postId') postId: string): Promise<PageModel> {
    return this.model.zone(actor, postId);
  }

  @Post(':postId/zone')
  @View('register/zone')
  correctZone(
    @CurrentActor() actor: Actor,
    @Param('postId') postId: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(ZoneForm, body, {
      act: (corrected) => this.places.correctZone(actor, { ...corrected, postId }),
      then: () => `/register/posts/${postId}?done=zone-corrected`,
      again: () => this.model.zone(actor, postId),
    });
  }

  @Get(':postId/holidays/new')
  @View('register/holiday')
  askHoliday(@CurrentActor() actor: Actor, @Param('postId') postId: string): Promise<PageModel> {
    return this.model.asking(actor, postId, 'Add a holiday');
  }

  @Post(':postId/holidays')
  @View('register/holiday')
  addHoliday(
    @CurrentActor() actor: Actor,
    @Param('postId') postId: string,
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(HolidayForm, body, {
      act: (holiday) => this.calendars.addHoliday(actor, { ...holiday, postId }),
      then: () => `/register/posts/${postId}?done=holiday-added`,
      again: () => this.model.asking(actor, postId, 'Add a holiday'),
    });
  }

  @Post(':postId/holidays/:holidayId/remove')
  @View('register/post')
  removeHoliday(
    @CurrentActor() actor: Actor,
    @Param() place: { postId: string; holidayId: string },
    @Body() body: FormBody,
  ): Promise<PageResult> {
    return submit(NothingAsked, body, {
      act: () => this.model.removeHoliday(actor, place),
      then: () => `/register/posts/${place.postId}?done=holiday-removed`,
      again: () => this.model.post(actor, place.postId),
    });
  }
}
