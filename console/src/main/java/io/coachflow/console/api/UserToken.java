package io.coachflow.console.api;

/**
 * The access token of the user whose request is served.
 */
public interface UserToken {

	/**
	 * The token.
	 * @throws ApiException 401 if nobody is signed in
	 */
	String value();

}
