import { PropertyPaneTextField } from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart, type IPropertyPaneConfiguration } from '@microsoft/sp-webpart-base';
import '../homeward/define/homeward-guidance.js';

interface GuidanceProperties {
  question: string;
}

/** The guidance beside one question, on a SharePoint page. It keeps nothing and asks nothing of anywhere. */
export default class GuidanceWebPart extends BaseClientSideWebPart<GuidanceProperties> {
  public render(): void {
    const guidance = document.createElement('homeward-guidance');
    guidance.setAttribute('question', this.properties.question || 'child-wishes');
    guidance.setAttribute('heading-level', '3');
    this.domElement.replaceChildren(guidance);
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const field = PropertyPaneTextField('question', { label: 'Id of the question' });
    return { pages: [{ groups: [{ groupFields: [field] }] }] };
  }
}
