import { Injectable } from '@nestjs/common';
import { SafeString } from 'handlebars';
import type { FormState } from '../forms/forms';
import { differencesIn, wordsOf } from '../forms/form-words';
import { Assets } from './assets';
import type { Problem } from '../refusals/problem';
import { Frame } from './frame.service';
import type { PageModel } from './page-result';
import { ViewEngine } from './view-engine';
import type { WebRequest } from '../web-request';

/** Turns a model into a whole page: the view inside the frame that fits the person. */
@Injectable()
export class PageRenderer {
  constructor(
    private readonly views: ViewEngine,
    private readonly frame: Frame,
    private readonly assets: Assets,
  ) {}

  /** The page of a view. Throws when the view names something the model lacks. */
  async page(request: WebRequest, view: string, model: PageModel): Promise<string> {
    const frame = await this.frame.around(request, model);
    const body = this.bodyOf(view, { ...model, frame }, request.url);
    return this.views.render('layout', {
      ...model,
      frame,
      assets: this.assets.urls,
      body: new SafeString(body),
    });
  }

  /** A form that repeats another is rendered twice: only its own page knows what the fields are called. */
  private bodyOf(view: string, model: PageModel, action: string): string {
    const body = this.views.render(view, model);
    const form = model.form as Partial<FormState> | undefined;
    if (!form?.repeat || model.theirs) return body;
    const words = wordsOf(body, action);
    const differences = differencesIn(words, form.repeat.saved, form.values ?? {});
    return this.views.render(view, { ...model, form: { ...form, repeat: { ...form.repeat, differences } } });
  }

  /** The page of an error; when even the frame fails, a bare page still says what happened. */
  async problem(request: WebRequest, problem: Problem): Promise<string> {
    const model = { title: problem.title, problem, isError: true };
    try {
      return await this.page(request, 'problem', model);
    } catch {
      return this.views.render('bare-problem', model);
    }
  }
}
