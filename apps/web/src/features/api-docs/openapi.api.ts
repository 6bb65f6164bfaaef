import { Controller, Get } from '@nestjs/common';
import { Open, View } from '../../http/decorators';
import type { PageModel } from '../../http/views/page-result';
import { docsModel } from './docs.model';
import { openapiOf } from './openapi-document';
import { RouteList } from './route-list.service';

/** The document of the API, for machines and as a page; open to strangers, since it tells nothing of any country. */
@Controller('api')
@Open()
export class OpenapiApi {
  private told: { document: object; page: PageModel } | null = null;

  constructor(private readonly routes: RouteList) {}

  @Get('openapi.json')
  document() {
    return this.once().document;
  }

  @Get('docs')
  @View('api-docs/show')
  page(): PageModel {
    return this.once().page;
  }

  /** Routes do not change while a process lives, and reading their schemas takes a while. */
  private once() {
    if (this.told) return this.told;
    const routes = this.routes.all();
    this.told = { document: openapiOf(routes), page: docsModel(routes) };
    return this.told;
  }
}
