package io.beanpole.web.account;

import io.beanpole.web.WebException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own API tokens. */
@RestController
@RequestMapping("/api/tokens")
class TokenController {
    private final ApiTokens tokens;
    private final AccountStore accounts;

    TokenController(ApiTokens tokens, AccountStore accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @GetMapping
    List<TokenView> list(@AuthenticationPrincipal Account owner) {
        return accounts.tokens(owner);
    }

    /** Makes a token; the answer is the only place where it can be read. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.NewToken create(@AuthenticationPrincipal Account owner, @Valid @RequestBody TokenRequest request) {
        return tokens.create(owner, request.name());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@AuthenticationPrincipal Account owner, @PathVariable UUID id) {
        if (!accounts.deleteToken(owner, id)) {
            throw WebException.notFound("token " + id);
        }
    }

    /** What a new token is to be called. */
    record TokenRequest(@NotBlank @Size(max = 100) String name) {}
}
