type AskSignIn = () => Promise<boolean>

let ask: AskSignIn | undefined
let asking: Promise<boolean> | undefined

/** The shell says how a person signs in again; gives back how to take that away. */
export const onSignedOut = (askSignIn: AskSignIn): (() => void) => {
  ask = askSignIn
  return () => {
    if (ask === askSignIn) ask = undefined
  }
}

/** Asks once however many calls found the session ended; whether the person is signed in again. */
export const signInAgain = (): Promise<boolean> => {
  if (!ask) return Promise.resolve(false)
  asking ??= ask().finally(() => {
    asking = undefined
  })
  return asking
}
