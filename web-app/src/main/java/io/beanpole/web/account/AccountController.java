package io.beanpole.web.account;

import io.beanpole.task.TaskIds;
import io.beanpole.web.WebException;
import io.beanpole.web.WebProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Says who is signed in and, where signing up is open, makes accounts. */
@RestController
class AccountController {
    private final AccountStore accounts;
    private final PasswordEncoder passwords;
    private final boolean signUp;

    AccountController(AccountStore accounts, PasswordEncoder passwords, WebProperties properties) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signUp = properties.signUp();
    }

    @GetMapping("/api/me")
    Map<String, String> me(@AuthenticationPrincipal Account account) {
        return Map.of("name", account.name());
    }

    /** Makes an account; the setting {@code web.sign-up} opens it. */
    @PostMapping("/api/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> create(@Valid @RequestBody AccountRequest request) {
        if (!signUp) {
            throw new WebException(HttpStatus.FORBIDDEN, "Signing up is closed here; ask the operator for an account.");
        }
        Account account = new Account(TaskIds.next(), request.name());
        if (!accounts.insert(account, passwords.encode(request.password()))) {
            throw new WebException(HttpStatus.CONFLICT, "The name " + request.name() + " is taken; choose another.");
        }
        return Map.of("name", account.name());
    }

    /** A name and a password to sign in with. */
    record AccountRequest(
            @NotBlank
            @Pattern(
                    regexp = "[a-z0-9][a-z0-9._@-]{1,99}",
                    message = "must be 2 to 100 of a-z, 0-9, dot, dash, underscore and @")
            String name,

            @NotBlank @Size(min = 10, max = 72, message = "must have 10 to 72 characters")
            String password) {
        @Override
        public String toString() {
            return "AccountRequest[" + name + "]";
        }
    }
}
