package io.beanpole.web.account;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks name and password; an unknown name takes as long as a wrong password. */
@Component
class FormSignIn implements AuthenticationProvider {
    private final AccountStore accounts;
    private final PasswordEncoder passwords;
    private final String nobodysHash;

    FormSignIn(AccountStore accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.nobodysHash = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String password = String.valueOf(given.getCredentials());
        var stored = accounts.find(given.getName());
        boolean matches = passwords.matches(
                password, stored.map(AccountStore.StoredAccount::passwordHash).orElse(nobodysHash));
        if (!matches || stored.isEmpty()) {
            throw new BadCredentialsException("The name or the password is wrong.");
        }
        return UsernamePasswordAuthenticationToken.authenticated(stored.get().account(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
