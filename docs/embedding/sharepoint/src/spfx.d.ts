/** As much of SPFx as the sample uses, from its documentation; the real packages bring the rest. */
declare module '@microsoft/sp-webpart-base' {
  export interface IPropertyPaneConfiguration {
    readonly pages: readonly object[];
  }
  export abstract class BaseClientSideWebPart<T> {
    protected readonly domElement: HTMLElement;
    protected readonly properties: T;
    protected onInit(): Promise<void>;
    public abstract render(): void;
    protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration;
  }
}

declare module '@microsoft/sp-property-pane' {
  export function PropertyPaneTextField(property: string, choice: { readonly label: string }): object;
}

declare module '*/homeward/define/homeward-guidance.js' {}
