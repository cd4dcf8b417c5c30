package dev.assay.hiring.platform.security;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands the actor that {@link ActorInterceptor} found to a controller's {@link Actor} parameter,
 * and the partner, at all its employers, to its {@link CallingPartner} parameter.
 */
@Component
class ActorArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class
                || parameter.getParameterType() == Actor.Partner.class
                || parameter.getParameterType() == CallingPartner.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        return request.getAttribute(
                parameter.getParameterType() == CallingPartner.class
                        ? ActorInterceptor.PARTNER
                        : ActorInterceptor.ATTRIBUTE,
                RequestAttributes.SCOPE_REQUEST);
    }
}
