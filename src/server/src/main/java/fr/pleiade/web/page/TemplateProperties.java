package fr.pleiade.web.page;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;
import org.thymeleaf.engine.IterationStatusVar;

/**
 * Reads what templates show of records, and of the place in an iteration: {@code thing.head.name} is {@code thing.head().name()}; and
 * tells what is {@code empty}: nothing, a text without a word, a list without a member. Spring's own accessor for any class looks a method
 * up again at each read, for a third of the time that a page took; this one remembers those of each class. Thread-safe.
 */
final class TemplateProperties implements PropertyAccessor {
    private static final String EMPTY = "empty";

    private final ClassValue<Map<String, Method>> readers = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return type.isRecord() || type == IterationStatusVar.class ? readers(type) : Map.of();
        }
    };

    @Override
    public Class<?> @Nullable [] getSpecificTargetClasses() {
        return null;
    }

    @Override
    public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
        return tellsWhetherEmpty(target, name) || target != null && reader(target, name) != null;
    }

    @Override
    public TypedValue read(EvaluationContext context, @Nullable Object target, String name) throws AccessException {
        if (tellsWhetherEmpty(target, name)) {
            return new TypedValue(isEmpty(target));
        }
        Method reader = target == null ? null : reader(target, name);
        if (reader == null) {
            throw new AccessException("no property " + name);
        }
        try {
            return new TypedValue(reader.invoke(target));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AccessException("the property " + name + " cannot be read", e);
        }
    }

    @Override
    public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
        return false;
    }

    @Override
    public void write(EvaluationContext context, @Nullable Object target, String name, @Nullable Object value)
            throws AccessException {
        throw new AccessException("templates only read");
    }

    private static boolean tellsWhetherEmpty(@Nullable Object target, String name) {
        return name.equals(EMPTY) && (target == null || target instanceof String || target instanceof Collection<?>);
    }

    private static boolean isEmpty(@Nullable Object target) {
        return target instanceof String text
                ? text.isBlank()
                : !(target instanceof Collection<?> members) || members.isEmpty();
    }

    private @Nullable Method reader(Object target, String name) {
        return readers.get(target.getClass()).get(name);
    }

    /** {@return the public methods without parameters by their names, and {@code getName()} and {@code isName()} also as {@code name}} */
    private static Map<String, Method> readers(Class<?> type) {
        List<Method> methods = Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && method.getParameterCount() == 0
                        && method.getReturnType() != void.class
                        && !Modifier.isStatic(method.getModifiers()))
                .toList();
        Map<String, Method> readers = new HashMap<>();
        for (Method method : methods) {
            method.setAccessible(true);
            readers.put(method.getName(), method);
        }
        for (Method method : methods) {
            for (String prefix : List.of("get", "is")) {
                if (method.getName().startsWith(prefix) && method.getName().length() > prefix.length()) {
                    String rest = method.getName().substring(prefix.length());
                    readers.putIfAbsent(Character.toLowerCase(rest.charAt(0)) + rest.substring(1), method);
                }
            }
        }
        return readers;
    }
}
