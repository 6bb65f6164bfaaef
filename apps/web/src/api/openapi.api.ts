import { Controller, Get } from '@nestjs/common';
import { Open, View } from '../http/decorators';
import type { PageModel } from '../http/page-result';
import { docsModel } from './docs.model';
import { openapiOf } from './openapi-document';
import { RouteList } from './route-list.service';

/** The document of the API, for machines and as a page; open to strangers, since it tells nothing of any country. */
@Controller('api')
@Open()
export class OpenapiApi {
  constructor(private readonly routes: RouteList) {}

  @Get('openapi.json')
  document() {
    return openapiOf(this.routes.all());
  }

  @Get('docs')
  @View('api-docs/show')
  page(): PageModel {
    return docsModel(this.routes.all());
  }
}
