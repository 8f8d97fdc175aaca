/** To the sign-in page, which leads back to where the person was. */
export const leaveToSignIn = (): void => {
  const here = location.pathname + location.search
  location.replace(here === '/' ? '/dang-nhap' : `/dang-nhap?ve=${encodeURIComponent(here)}`)
}
