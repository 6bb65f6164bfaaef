import { Controller, Get } from '@nestjs/common';
import { Open, View } from '../../http/decorators';
import type { PageModel } from '../../http/views/page-result';
import { helpModel } from './help.model';

/** How Demarche works: for people who are signed in and for strangers alike, since it tells nothing of any country. */
@Controller('help')
@Open()
export class HelpPage {
  @Get()
  @View('help/show')
  show(): PageModel {
    return helpModel();
  }
}
