import { ROWS_A_PAGE } from '@demarche/base';
import { Register } from '@demarche/register';
import { Controller, Get, Param } from '@nestjs/common';
import { Input } from '../../http/api/input.decorator';
import { listingOf, type PageAsked, PageInput } from '../../http/api/listing';
import { Operation } from '../../http/api/operation';
import {
  CountriesCountriesAnswer,
  CountriesCountryAnswer,
  CountriesCycleAnswer,
  CountriesCyclesAnswer,
  CountriesPostAnswer,
  CountriesPostsAnswer,
} from './countries.answer';

/** What everything else looks up, for everybody who is signed in. */
@Controller('api/v1')
export class CountriesApi {
  constructor(private readonly register: Register) {}

  @Get('countries')
  @Operation({
    summary: 'List countries',
    answer: 'Countries by name, ranked or not, 50 a page.',
    schema: CountriesCountriesAnswer,
  })
  async countries(@Input(PageInput) asked: PageAsked) {
    return listingOf(await this.register.countries(), asked);
  }

  @Get('countries/:countryId')
  @Operation({
    summary: 'Read a country',
    answer: 'The country, its lead post or null, and its listings.',
    schema: CountriesCountryAnswer,
  })
  async country(@Param('countryId') id: string) {
    const country = await this.register.country(id);
    const leadPost = await this.register.leadPostOf(id);
    return { country, leadPost, listings: await this.register.listingsOf(id) };
  }

  @Get('posts')
  @Operation({
    summary: 'List posts',
    answer: 'Posts by city, the closed ones included, 50 a page.',
    schema: CountriesPostsAnswer,
  })
  async posts(@Input(PageInput) asked: PageAsked) {
    const { posts, total } = await this.register.postsOnPage({ page: asked.page, rows: ROWS_A_PAGE });
    const pages = Math.max(1, Math.ceil(total / ROWS_A_PAGE));
    return { rows: posts, page: asked.page, pages, total };
  }

  @Get('posts/:postId')
  @Operation({
    summary: 'Read a post',
    answer: 'The post, the countries it deals with, its dated work weeks and its holidays.',
    schema: CountriesPostAnswer,
  })
  async post(@Param('postId') id: string) {
    const { post, countryIds } = await this.register.postWithCountries(id);
    const [workWeeks, holidays] = [await this.register.workWeeksOf(id), await this.register.holidaysOf(id)];
    return { post, countryIds, workWeeks, holidays };
  }

  @Get('cycles')
  @Operation({ summary: 'List cycles', answer: 'Cycles, newest first.', schema: CountriesCyclesAnswer })
  async cycles(@Input(PageInput) asked: PageAsked) {
    return listingOf(await this.register.cycles(), asked);
  }

  @Get('cycles/:cycleId')
  @Operation({
    summary: 'Read a cycle',
    answer: 'The cycle and its dates, computed and entered.',
    schema: CountriesCycleAnswer,
  })
  async cycle(@Param('cycleId') id: string) {
    return { cycle: await this.register.cycle(id), milestones: await this.register.milestonesOf(id) };
  }
}
