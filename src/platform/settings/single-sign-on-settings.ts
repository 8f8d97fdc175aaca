/** A common sign-in service by OpenID Connect. */
export interface SingleSignOnSettings {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** The claim that holds our sign-in name. */
  readonly claim: string
  /** What people call the service. */
  readonly label: string
  /** Where the service sends people back to. */
  readonly baseUrl: URL
}
